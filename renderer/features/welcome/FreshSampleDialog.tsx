import { useAppState } from '../../state/app-state.tsx';
import { useLibraryInfo } from '../../state/queries.ts';
import { notifyError } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** FreshSampleDialog asks what becomes of a sample library with work in it when a new one is made. */
export function FreshSampleDialog({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const sample = useLibraryInfo().data?.sample;

  async function startAfresh(used: 'keep' | 'replace') {
    onClose();
    try {
      await state.api.call('library.openSample', { used });
      state.session.getState().goTo('queue');
      state.session.getState().notify('The sample library starts afresh, with stories up to yesterday.');
    } catch (error) {
      notifyError(state, error);
    }
  }

  return (
    <Dialog
      title="Start the sample library afresh?"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Continue with this one</Button>
          <Button variant="danger" onPress={() => void startAfresh('replace')}>
            Replace it
          </Button>
          <Button variant="primary" autoFocus onPress={() => void startAfresh('keep')}>
            Keep it and start afresh
          </Button>
        </>
      }
    >
      <p>
        {sample?.isOld
          ? 'This sample was made on an earlier day, so its newest stories are no longer from yesterday.'
          : 'A new sample has stories up to yesterday.'}{' '}
        {sample?.isUsed
          ? 'Somebody has worked in it. It can be kept beside the new one, under a name with today’s date, or replaced.'
          : null}
      </p>
    </Dialog>
  );
}
