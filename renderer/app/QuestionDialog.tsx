import type { Question } from '../state/dialogs.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Enter confirms, unless text would be lost: then Enter keeps the text. */
export function QuestionDialog({ question, onAnswer }: { question: Question; onAnswer: (goAhead: boolean) => void }) {
  return (
    <Dialog
      title={question.title}
      role="alertdialog"
      width="narrow"
      onClose={() => onAnswer(false)}
      footer={
        <>
          <Button autoFocus={question.danger === true} onPress={() => onAnswer(false)}>
            {question.cancel ?? 'Cancel'}
          </Button>
          <Button
            variant={question.danger ? 'danger' : 'primary'}
            autoFocus={question.danger !== true}
            onPress={() => onAnswer(true)}
          >
            {question.confirm}
          </Button>
        </>
      }
    >
      <p>{question.body}</p>
    </Dialog>
  );
}
