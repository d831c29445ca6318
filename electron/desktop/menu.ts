import { app, Menu } from 'electron';
import { menuTemplate } from './menu-template.ts';

/** Installs the native menu. A chosen command goes to the window, which runs it. */
export function installMenu(run: (commandId: string) => void): void {
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence. The sources of its reference data are named in NOTICE.',
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, appName: app.name, run })));
}
