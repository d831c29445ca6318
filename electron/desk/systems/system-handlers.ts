import { today } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { neighboursOn } from './neighbours.ts';

export const systemHandlers: Handlers<'systems.list' | 'systems.find' | 'systems.neighbours'> = {
  'systems.list': (context, { asOf, scope }) => {
    const day = asOf ?? today(context);
    return scope === 'ever' ? context.register.everOn(day) : context.register.activeOn(day);
  },
  'systems.find': (context, { text, asOf }) => context.register.find(text, asOf ?? today(context)),
  'systems.neighbours': (context, { system, asOf }) =>
    neighboursOn(context, context.register.get(system).code, asOf ?? today(context)),
};
