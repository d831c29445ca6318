import type { DeskMethod, MethodOutput, ParsedInput } from '../../shared/contract.ts';
import type { DeskContext } from './context.ts';

/** Answers one method of the contract. What goes wrong in normal use is thrown as a DeskError. */
type Handler<M extends DeskMethod> = (
  context: DeskContext,
  input: ParsedInput<M>,
) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** The handlers of one subject. The types have a file of their own so that no subject imports dispatch.ts. */
export type Handlers<M extends DeskMethod> = { [K in M]: Handler<K> };
