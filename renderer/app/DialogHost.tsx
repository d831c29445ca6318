import { type ComponentType, createElement, Suspense } from 'react';
import { LeadsDialog } from '../features/leads/LeadsDialog.tsx';
import { BesideDialog } from '../features/page-editor/beside/BesideDialog.tsx';
import { SilenceDialog } from '../features/page-editor/checks/SilenceDialog.tsx';
import { MoveToNumber } from '../features/page-editor/MoveToNumber.tsx';
import { ToZoneDialog } from '../features/page-editor/ToZoneDialog.tsx';
import { RestoreDialog } from '../features/page-editor/versions/RestoreDialog.tsx';
import { SignOffDialog } from '../features/page-editor/versions/SignOffDialog.tsx';
import { StoryEditorDialog } from '../features/stories/editor/StoryEditorDialog.tsx';
import { OnPagesDialog } from '../features/stories/on-pages/OnPagesDialog.tsx';
import { TagChangeDialog } from '../features/stories/tags/TagChangeDialog.tsx';
import { TagPickerDialog } from '../features/stories/tags/TagPickerDialog.tsx';
import { FreshSampleDialog } from '../features/welcome/FreshSampleDialog.tsx';
import { useSession } from '../state/app-state.tsx';
import type { Dialog } from '../state/dialogs.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import {
  AboutDialog,
  ImportDialog,
  ImportReportDialog,
  PageZonesDialog,
  SettingsDialog,
  ShortcutsDialog,
  TemplatesDialog,
} from './lazy-parts.ts';
import { PaletteDialog } from './PaletteDialog.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';

type DialogProps<K extends Dialog['kind']> = Omit<Extract<Dialog, { kind: K }>, 'kind'> & { onClose: () => void };

/** Which component shows a dialog; it is given what the dialog was opened with. */
const DIALOGS: { [K in Dialog['kind']]: ComponentType<DialogProps<K>> } = {
  palette: PaletteDialog,
  about: AboutDialog,
  shortcuts: ShortcutsDialog,
  settings: SettingsDialog,
  'fresh-sample': FreshSampleDialog,
  import: ImportDialog,
  'import-report': ImportReportDialog,
  'story-editor': StoryEditorDialog,
  'move-to-number': MoveToNumber,
  'to-zone': ToZoneDialog,
  'page-zones': PageZonesDialog,
  templates: TemplatesDialog,
  'sign-off': SignOffDialog,
  'silence-check': SilenceDialog,
  'restore-version': RestoreDialog,
  leads: LeadsDialog,
  beside: BesideDialog,
  'on-pages': OnPagesDialog,
  'tag-picker': TagPickerDialog,
  'tag-change': TagChangeDialog,
};

export function DialogHost() {
  const dialog = useSession((s) => s.dialog);
  const serial = useSession((s) => s.dialogSerial);
  const question = useSession((s) => s.question);
  const close = useSession((s) => s.closeDialog);
  const answer = useSession((s) => s.answer);
  const conflict = useSession((s) => s.conflict);
  const settleConflict = useSession((s) => s.settleConflict);
  return (
    <>
      <Suspense>{dialog ? <OpenDialog key={serial} dialog={dialog} onClose={close} /> : null}</Suspense>
      {conflict ? <ConflictDialog key={conflict.message} open={conflict} onSettle={settleConflict} /> : null}
      {question ? <QuestionDialog question={question} onAnswer={answer} /> : null}
    </>
  );
}

function OpenDialog({ dialog: { kind, ...input }, onClose }: { dialog: Dialog; onClose: () => void }) {
  // The table pairs each kind with its own input; looked up by a variable, the pair is lost to the type checker.
  return createElement(DIALOGS[kind] as ComponentType<object>, { ...input, onClose } as object);
}
