import type { SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useLibraryInfo, useSystems, useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors, searchWithSuccessors } from '../../state/system-search.ts';
import { cx } from '../../ui/cx.ts';
import fieldStyles from '../../ui/forms/Field.module.css';
import { TextField } from '../../ui/forms/Field.tsx';
import { Radios } from '../../ui/forms/Radios.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { PickMany } from './PickMany.tsx';
import styles from './ZonesWorkbench.module.css';
import { LONGEST_NAME } from './zones-draft.ts';
import type { TemplateInUse, ZonesScope } from './zones-plan.ts';

/**
 * PageScope chooses where the zones apply: this page, all pages of its template, or a new template; and other pages.
 */
export function PageScope({
  system,
  template,
  templates,
  isOpen,
  scope,
  onScope,
  name,
  onName,
  nameError,
  more,
  onMore,
}: {
  system: SystemCode;
  /** The template that the zones came from; null for zones of the page's own. */
  template: TemplateInUse | null;
  templates: readonly TemplateInUse[];
  /** True when there is a choice. Zones equal to the template's belong to the template. */
  isOpen: boolean;
  scope: ZonesScope;
  onScope: (scope: ZonesScope) => void;
  name: string;
  onName: (name: string) => void;
  nameError: string | null;
  more: readonly SystemCode[];
  onMore: (more: SystemCode[]) => void;
}) {
  const options: { id: ZonesScope; label: string }[] = [
    {
      id: 'page',
      label: more.length === 0 ? 'This page only' : 'This page and those chosen below, each by itself',
    },
    ...(template
      ? [
          {
            id: 'template' as const,
            label: `The template “${template.name}”, and with it ${
              template.pages === 1 ? 'the page that follows it' : `the ${template.pages} pages that follow it`
            }`,
          },
        ]
      : []),
    {
      id: 'new',
      label: `A new template, which ${more.length === 0 ? 'this page follows' : `these ${more.length + 1} pages follow`}`,
    },
  ];
  return (
    <div className={layoutStyles['parts']}>
      {isOpen ? (
        <>
          <Radios label="What you change" value={scope} onChange={onScope} options={options} />
          {scope === 'new' ? (
            <TextField
              label="Name of the new template"
              name="template"
              value={name}
              onChange={onName}
              error={nameError}
              maxLength={LONGEST_NAME}
            />
          ) : null}
        </>
      ) : null}
      <MorePages system={system} templates={templates} more={more} onMore={onMore} />
    </div>
  );
}

/** MorePages chooses other pages for the same zones, and shows the template each follows now. */
function MorePages({
  system,
  templates,
  more,
  onMore,
}: {
  system: SystemCode;
  templates: readonly TemplateInUse[];
  more: readonly SystemCode[];
  onMore: (more: SystemCode[]) => void;
}) {
  const systems = useSystems();
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const followed = new Map(templates.flatMap(({ name, followers }) => followers.map((code) => [code, name] as const)));

  function optionsFor(text: string) {
    return searchWithSuccessors(systems, text)
      .filter(({ code, activeTo }) => code !== system && (activeTo === null || activeTo >= today))
      .map((one) => ({
        id: one.code,
        label: one.shortName,
        detail: formatSuccessors(one, byCode) ?? followed.get(one.code) ?? 'zones of its own',
      }));
  }

  return (
    <div className={cx(styles['more'], layoutStyles['parts'])}>
      <span className={fieldStyles['label']}>Use for more pages</span>
      <PickMany
        label="Use for more pages"
        opener={more.length === 0 ? 'Choose pages' : 'Add another page'}
        chosen={more.map((code) => ({ id: code, label: byCode.get(code)?.shortName ?? code }))}
        placeholder="Name, code or abbreviation"
        optionsFor={optionsFor}
        isPicked={(id) => more.some((code) => code === id)}
        onPick={(id) => {
          const code = systems.find((one) => one.code === id)?.code;
          if (code) onMore(more.includes(code) ? more.filter((one) => one !== code) : [...more, code]);
        }}
        onDrop={(id) => onMore(more.filter((code) => code !== id))}
        empty="No system has that name, code or abbreviation."
      />
      {more.length > 0 ? (
        <span className={fieldStyles['hint']}>
          {counted(more.length, 'page', 'pages')} besides this one, in the same step.
        </span>
      ) : null}
    </div>
  );
}
