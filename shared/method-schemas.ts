import { z } from 'zod';
import { contract, type MethodName } from './contract.ts';

/** A method as JSON Schemas. That of an input shows what a caller writes: values with a default may be missing. */
export function schemasOf(method: MethodName) {
  const { kind, input, output } = contract[method];
  return { kind, input: z.toJSONSchema(input, { io: 'input' }), output: z.toJSONSchema(output) };
}
