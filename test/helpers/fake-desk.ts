import type { Desk, DeskEvent } from '../../electron/desk/desk.ts';
import type { Reply } from '../../shared/contract.ts';

/** A desk that records its calls and answers from a table: for tests of the doors alone. */
export class FakeDesk implements Desk {
  readonly calls: { method: string; input: unknown }[] = [];
  readonly listeners = new Set<(event: DeskEvent) => void>();
  closed = 0;
  readonly #answers: Record<string, (input: unknown) => Reply<unknown>>;

  constructor(answers: Record<string, (input: unknown) => Reply<unknown>> = {}) {
    this.#answers = answers;
  }

  async call(method: string, input: unknown): Promise<Reply<unknown>> {
    this.calls.push({ method, input });
    const answer = Object.hasOwn(this.#answers, method) ? this.#answers[method] : undefined;
    return answer
      ? answer(input)
      : { ok: false, error: { code: 'bad-call', message: `There is no method ${method}.` } };
  }

  readonly cancelled: number[] = [];

  cancel(work: number): void {
    this.cancelled.push(work);
  }

  subscribe(listener: (event: DeskEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  async close(): Promise<void> {
    this.closed += 1;
  }
}
