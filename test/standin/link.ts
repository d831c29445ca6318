/** Names of questions, each with the types of question and answer. An interface has no index signature, so a Record would refuse it. */
type AskMap<T> = { [K in keyof T]: { ask: unknown; answer: unknown } };

export type Handlers<T extends AskMap<T>> = {
  [K in keyof T]: (ask: T[K]['ask']) => T[K]['answer'] | Promise<T[K]['answer']>;
};

type Message =
  | { kind: 'ask'; id: number; name: string; value: unknown }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failed'; id: number; message: string; stack: string | undefined };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Questions both ways over one channel: this side asks `Out` and answers `In`. */
export class Link<Out extends AskMap<Out>, In extends AskMap<In>> {
  readonly #send: (message: Message) => void;
  readonly #handlers: Handlers<In>;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(send: (message: unknown) => void, handlers: Handlers<In>) {
    this.#send = send;
    this.#handlers = handlers;
  }

  ask<K extends keyof Out & string>(name: K, value: Out[K]['ask']): Promise<Out[K]['answer']> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ kind: 'ask', id, name, value });
    });
  }

  /** Call this with every message that arrives. */
  receive(raw: unknown): void {
    const message = raw as Message;
    if (message.kind === 'ask') {
      void this.#answer(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  }

  /** Call this when the other side has gone: rejects all pending questions. */
  end(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  async #answer({ id, name, value }: Extract<Message, { kind: 'ask' }>): Promise<void> {
    try {
      const handler = this.#handlers[name as keyof In] as ((ask: unknown) => unknown) | undefined;
      if (!handler) throw new Error(`Nobody answers ${name}.`);
      this.#send({ kind: 'answer', id, value: await handler(value) });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      this.#send({ kind: 'failed', id, message, stack });
    }
  }
}
