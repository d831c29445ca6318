import { contract, type MethodName, type Reply } from '../../shared/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** An error reply of the door's own making. */
export function refused(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}

function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

/** True for the methods that a door answers itself. */
export function isDoorMethod(name: string): boolean {
  return isMethodName(name) && contract[name].kind === 'door';
}
