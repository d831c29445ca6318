import { z } from 'zod';
import { Day, StoryId, System, SystemCode } from '../models.ts';
import { CurrentRegister, Move, MoveDay, MoveMark, MoveState, RegisterPreview } from '../systems/succession.ts';
import { asOf, method, nothing, Written } from './method.ts';

/** A register file as the window read it. */
const RegisterText = z.object({ file: z.string().trim().min(1).max(1000), text: z.string().max(8_000_000) });

/** The register, and the stories of systems that ended. */
export const systemsMethods = {
  /** The register on a day. `scope: 'ever'` includes former systems, after the active ones. */
  'systems.list': method(
    'read',
    z.object({ asOf, scope: z.enum(['active', 'ever']).default('active') }),
    z.array(System),
  ),
  /**
   * One system by code, slug, short name, board name or abbreviation. Systems of any day are found; those active on
   * `asOf` win.
   */
  'systems.find': method('read', z.object({ text: z.string().min(1).max(300), asOf }), System),

  /**
   * The systems whose areas share a border with this one's on a day, by name; none for a system that is not active
   * then.
   */
  'systems.neighbours': method('read', z.object({ system: SystemCode, asOf }), z.array(SystemCode)),

  /** The current register and its origin. */
  'register.current': method('read', nothing, CurrentRegister),
  /** What another register file would change, before it is loaded. Refused when the file cannot be read. */
  'register.preview': method('read', RegisterText, RegisterPreview),
  /** Loads the register of the file, with pages for its new systems. Refused while the preview lists a problem. */
  'register.load': method('write', RegisterText, Written),

  /** Stories filed to systems that have ended, by the day of the change; the newest day first. */
  'moves.summary': method('read', nothing, z.object({ today: Day, days: z.array(MoveDay) })),
  /** One line per story and former system, newest first. */
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
  /** One story to decide on: all its words, and the system that each mark suggests. */
  'moves.get': method(
    'read',
    z.object({ id: StoryId, from: SystemCode }),
    Move.extend({ body: z.string().nullable(), url: z.string().nullable(), marks: z.array(MoveMark) }),
  ),
  /** Files each decided story to the successors, as one step. The old tags stay. */
  'moves.rehome': method('write', z.object({ day: Day }), Written),
  /** An editor's decision on a story's home. An empty list means none of them, and is stored. */
  'moves.settle': method(
    'write',
    z.object({ id: StoryId, from: SystemCode, homes: z.array(SystemCode).max(100) }),
    Written,
  ),
} as const;
