import { z } from 'zod';
import { Day, StoryId, System, SystemCode } from '../models.ts';
import { CurrentRegister, Move, MoveDay, MoveMark, MoveState, RegisterPreview } from '../systems/succession.ts';
import { asOf, method, nothing, Written } from './method.ts';

/** A register file as the window read it. */
const RegisterText = z.object({ file: z.string().trim().min(1).max(1000), text: z.string().max(8_000_000) });

/** The register, and the stories of systems that ended. */
export const systemsMethods = {
  /** The register on a day. `scope: 'ever'` gives former systems as well, active ones first. */
  'systems.list': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.array(System),
  ),
  /** One system by code, slug, short name, board name or abbreviation; of any day, the one active on `asOf` first. */
  'systems.find': method('read', z.object({ text: z.string().min(1).max(300), asOf }), System),

  /** The systems whose areas touch this one's on a day, by name; none for one that is not active then. */
  'systems.neighbours': method('read', z.object({ system: SystemCode, asOf }), z.array(SystemCode)),

  /** The register in force, and where it came from. */
  'register.current': method('read', nothing, CurrentRegister),
  /** What another register file would change, before it is loaded. Refused when it cannot be read at all. */
  'register.preview': method('read', RegisterText, RegisterPreview),
  /** Takes the register of the file from now on, with pages for its new systems. Refused while the preview names a problem. */
  'register.load': method('write', RegisterText, Written),

  /** Stories filed to systems that have ended, by the day of the change; the newest day first. */
  'moves.summary': method('read', nothing, z.object({ today: Day, days: z.array(MoveDay) })),
  /** One story a line and former system, newest first. */
  'moves.list': method(
    'read',
    z.object({
      state: MoveState,
      /** Only stories filed to this former system. */
      from: SystemCode.optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(100),
    }),
    z.object({ total: z.number().int(), moves: z.array(Move) }),
  ),
  /** One story to decide on: all its words, and which of them point where. */
  'moves.get': method(
    'read',
    z.object({ id: StoryId, from: SystemCode }),
    Move.extend({ body: z.string().nullable(), url: z.string().nullable(), marks: z.array(MoveMark) }),
  ),
  /** Files each story whose tag decides to the systems that took over, as one step. The old tags stay. */
  'moves.rehome': method('write', z.object({ day: Day }), Written),
  /** An editor says where a story belongs; no home at all says that none of them is meant, and is remembered. */
  'moves.settle': method(
    'write',
    z.object({ id: StoryId, from: SystemCode, homes: z.array(SystemCode).max(100) }),
    Written,
  ),
} as const;
