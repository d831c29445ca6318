import { contract, type MethodName, type Reply } from '../../shared/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** An error reply from the door itself. */
export function refused(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}

function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

/** True for methods that the door answers instead of the desk. */
export function isDoorMethod(name: string): boolean {
  return isMethodName(name) && contract[name].kind === 'door';
}
