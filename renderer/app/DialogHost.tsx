import { Suspense } from 'react';
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
import { useSession } from '../state/app-state.tsx';
import type { Dialog } from '../state/dialogs.ts';
import {
  aboutDialog,
  importDialog,
  importReportDialog,
  LazyPart,
  pageZonesDialog,
  settingsDialog,
  shortcutsDialog,
  templatesDialog,
} from './lazy-parts.ts';
import { PaletteDialog } from './PaletteDialog.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';

function assertNever(dialog: never): never {
  throw new Error(`There is no dialog ${JSON.stringify(dialog)}.`);
}

function contentOf(dialog: Dialog, close: () => void) {
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog startText={dialog.text} onClose={close} />;
    case 'about':
      return <LazyPart part={aboutDialog} onClose={close} />;
    case 'shortcuts':
      return <LazyPart part={shortcutsDialog} onClose={close} />;
    case 'settings':
      return <LazyPart part={settingsDialog} onClose={close} />;
    case 'import':
      return <LazyPart part={importDialog} onClose={close} />;
    case 'import-report':
      return <LazyPart part={importReportDialog} report={dialog.report} onClose={close} />;
    case 'story-editor':
      return <StoryEditorDialog key={dialog.id ?? 'new'} id={dialog.id} onClose={close} />;
    case 'move-to-number':
      return <MoveToNumber onClose={close} />;
    case 'to-zone':
      return <ToZoneDialog articleIds={dialog.articleIds} onClose={close} />;
    case 'page-zones':
      return (
        <LazyPart
          part={pageZonesDialog}
          key={dialog.system}
          system={dialog.system}
          zoneId={dialog.zoneId}
          onClose={close}
        />
      );
    case 'templates':
      return <LazyPart part={templatesDialog} id={dialog.id} onClose={close} />;
    case 'sign-off':
      return <SignOffDialog system={dialog.system} onClose={close} />;
    case 'silence-check':
      return <SilenceDialog system={dialog.system} check={dialog.check} onClose={close} />;
    case 'restore-version':
      return <RestoreDialog version={dialog.version} onClose={close} />;
    case 'leads':
      return <LeadsDialog articleId={dialog.articleId} headline={dialog.headline} onClose={close} />;
    case 'beside':
      return <BesideDialog system={dialog.system} onClose={close} />;
    case 'on-pages':
      return <OnPagesDialog key={dialog.id} id={dialog.id} onClose={close} />;
    case 'tag-picker':
      return <TagPickerDialog mode={dialog.mode} selection={dialog.selection} onClose={close} />;
    case 'tag-change':
      return <TagChangeDialog selection={dialog.selection} offered={dialog.offered} onClose={close} />;
    default:
      return assertNever(dialog);
  }
}

export function DialogHost() {
  const dialog = useSession((s) => s.dialog);
  const question = useSession((s) => s.question);
  const close = useSession((s) => s.closeDialog);
  const answer = useSession((s) => s.answer);
  return (
    <>
      <Suspense>{dialog ? contentOf(dialog, close) : null}</Suspense>
      {question ? <QuestionDialog question={question} onAnswer={answer} /> : null}
    </>
  );
}
