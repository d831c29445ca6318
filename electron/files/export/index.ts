export { type ExportJob, type ExportResult, writeExport } from './write-export.ts';
export { buildZip, type ExportPage, planFirstReceipt } from './zip.ts';
