import { useLibraryInfo } from '../state/queries.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './dialogs.module.css';

const SOURCES = [
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right.',
  'Contains information from NHS England (Organisation Data Service) licensed under the Open Government Licence v3.0.',
  'Town positions: GeoNames, CC BY 4.0.',
  'Map: ONS Integrated Care Boards (April 2023), generalised; the areas of 2026 are derived from it, approximate where systems were divided.',
];

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const info = useLibraryInfo().data;
  return (
    <Dialog title="About Patchdesk" onClose={onClose}>
      <div className={styles['prose']}>
        <p>
          Patchdesk is an offline desk for the editors of a journal’s local pages.{' '}
          {info ? `Version ${info.version}.` : null}
        </p>
        <p>Patchdesk sends no data: nothing leaves this computer unless you follow a link.</p>
        {info ? (
          <p>
            The open library is <span className={styles['path']}>{info.path}</span>
          </p>
        ) : null}
        <h3>Licence</h3>
        <p>
          Patchdesk is free software under the MIT licence. The fonts Inter and Source Serif 4 are under the SIL Open
          Font Licence 1.1.
        </p>
        <h3>Data</h3>
        <ul>
          {SOURCES.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
