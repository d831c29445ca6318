// Imported before a program (`node --import`): its clock begins at the morning after the sample's newest story, on
// whatever day it runs. The guide's screenshots stay the same then.
const began = Date.now();
const MORNING = Date.parse('2026-11-21T09:00:00Z');
const RealDate = Date;
const now = () => MORNING + (RealDate.now() - began);

globalThis.Date = new Proxy(RealDate, {
  construct: (real, values: [], target) => Reflect.construct(real, values.length === 0 ? [now()] : values, target),
  apply: () => new RealDate(now()).toString(),
  get: (real, name, receiver) => (name === 'now' ? now : Reflect.get(real, name, receiver)),
});
