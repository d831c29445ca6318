import type { Browser, BrowserContextOptions, Page, Request, Route } from '@playwright/test';
import { decode, encode } from './codec.ts';
import type { AskApp, AskHost, FrameSender } from './messages.ts';
import { pageWorldScript } from './page-world.ts';

const BINDING = '__callTheApp';
const DELIVER_KEY = 'standin.deliver';

/** Asks the app's process through the link. */
type AskTheApp = <K extends keyof AskApp & string>(name: K, value: AskApp[K]['ask']) => Promise<AskApp[K]['answer']>;

export interface WindowPageOptions {
  browser: Browser;
  contextOptions: BrowserContextOptions;
  askApp: AskTheApp;
  /** Called for each request to another machine; all of them are blocked. */
  onOutsideRequest(url: string): void;
}

/** One window of the app: a Chromium page with the built preload. */
export class WindowPage {
  readonly page: Page;
  readonly #askApp: AskTheApp;
  readonly #onOutsideRequest: (url: string) => void;
  readonly #windowId: number;
  #isClosing = false;

  private constructor(page: Page, windowId: number, options: WindowPageOptions) {
    this.page = page;
    this.#windowId = windowId;
    this.#askApp = options.askApp;
    this.#onOutsideRequest = options.onOutsideRequest;
  }

  static async open(ask: AskHost['window.open']['ask'], options: WindowPageOptions): Promise<WindowPage> {
    const { windowId, preload, origin, bounds, permissions } = ask;
    const context = await options.browser.newContext({
      ...options.contextOptions,
      viewport: { width: bounds.width, height: bounds.height },
    });
    await context.grantPermissions(permissions, { origin });
    const page = await context.newPage();
    const window = new WindowPage(page, windowId, options);
    await page.exposeBinding(BINDING, ({ frame }, message: string) =>
      window.#fromPage({ windowId, url: frame.url(), isMainFrame: frame === page.mainFrame() }, message),
    );
    const world = { origin, binding: BINDING, deliverKey: DELIVER_KEY };
    await page.addInitScript({ content: pageWorldScript(world, preload, { encode, decode }) });
    await context.route(
      (url) => url.origin !== origin,
      (route, request) => window.#leave(route, request),
    );
    // Ignores pages that the test opens itself, such as axe's.
    page.on('popup', (popup) => void popup.close());
    page.on('crash', () => void options.askApp('window.crashed', { windowId }));
    page.on('close', () => {
      if (!window.#isClosing) void options.askApp('window.closedByUser', { windowId }).catch(() => undefined);
    });
    return window;
  }

  /** Delivers the app's message on a channel. It is lost when the page is between two documents, as in Electron. */
  async deliver(channel: string, args: string): Promise<void> {
    await this.page
      .evaluate(
        ([key, name, text]) => {
          const page = window as unknown as Record<symbol, ((name: string, text: string) => void) | undefined>;
          page[Symbol.for(key)]?.(name, text);
        },
        [DELIVER_KEY, channel, args] as const,
      )
      .catch((error: unknown) => {
        if (!this.#isClosing && !/navigation|context was destroyed|closed/i.test(String(error))) throw error;
      });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.page.context().close();
  }

  async #fromPage(sender: FrameSender, text: string): Promise<string> {
    const message = decode(text) as { kind: 'invoke'; channel: string; args: string } | { kind: 'open'; url: string };
    try {
      if (message.kind === 'open') {
        await this.#askApp('window.wantsOpen', { windowId: this.#windowId, url: message.url });
        return encode({ ok: true, value: encode(null) });
      }
      const { channel, args } = message;
      return encode({ ok: true, value: await this.#askApp('ipc.invoke', { sender, channel, args }) });
    } catch (error) {
      return encode({ ok: false, value: String(error) });
    }
  }

  /** A request that would leave the app: links go to the app's guards, the others are only recorded. */
  async #leave(route: Route, request: Request): Promise<void> {
    const url = request.url();
    const windowId = this.#windowId;
    if (!request.isNavigationRequest()) this.#onOutsideRequest(url);
    else if (this.#isPopup(request)) await this.#askApp('window.wantsOpen', { windowId, url });
    else {
      const isMainFrame = request.frame() === this.page.mainFrame();
      const isAllowed = await this.#askApp('window.wantsNavigate', { windowId, url, isMainFrame });
      if (isAllowed) this.#onOutsideRequest(url);
    }
    await route.abort('aborted');
  }

  #isPopup(request: Request): boolean {
    try {
      return request.frame().page() !== this.page;
    } catch {
      // A page without a frame yet was not opened by the app.
      return true;
    }
  }
}
