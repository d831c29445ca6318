import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import styles from './PreviewFrame.module.css';

/** Width in CSS pixels at which the page is laid out; the frame is scaled down where the pane is narrower. */
export const PREVIEW_WIDTHS = { desktop: 760, phone: 390 } as const;
export type PreviewWidth = keyof typeof PREVIEW_WIDTHS;

/**
 * The exported page itself, in a frame. A new version loads unseen behind the old one and takes its
 * place when it is ready and scrolled to the same line, so that an edit never flashes.
 */
export function PreviewFrame({ src, title, width }: { src: string; title: string; width: PreviewWidth }) {
  const [shown, setShown] = useState(src);
  const [paneSize, setPaneSize] = useState({ width: 0, height: 0 });
  const pane = useRef<HTMLDivElement>(null);
  const shownFrame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setPaneSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function onReady(event: SyntheticEvent<HTMLIFrameElement>, version: string) {
    const next = event.currentTarget;
    keepLinksOutside(next);
    if (version !== src) return;
    // Null where a frame's document is out of reach; then there is no line to keep.
    const from = shownFrame.current?.contentDocument?.scrollingElement;
    const to = next.contentDocument?.scrollingElement;
    if (version !== shown && from && to) to.scrollTop = from.scrollTop;
    setShown(version);
  }

  const layoutWidth = PREVIEW_WIDTHS[width];
  const scale = paneSize.width > 0 ? Math.min(1, paneSize.width / layoutWidth) : 1;
  const frameWidth = width === 'phone' ? Math.min(layoutWidth, paneSize.width / scale) : paneSize.width / scale;
  const size = {
    width: `${Math.round(frameWidth)}px`,
    height: `${Math.round(paneSize.height / scale)}px`,
    // A phone's page stands in the middle of a wider pane.
    left: `${Math.max(0, Math.round((paneSize.width - frameWidth * scale) / 2))}px`,
    transform: `scale(${scale})`,
  };
  const versions = shown === src ? [src] : [shown, src];

  return (
    <div ref={pane} className={styles['pane']}>
      {paneSize.width > 0
        ? versions.map((version) => (
            <iframe
              key={version}
              ref={version === shown ? shownFrame : null}
              src={version}
              title={version === shown ? title : `${title}, newer version loading`}
              sandbox="allow-same-origin"
              className={version === shown ? styles['frame'] : styles['loading']}
              aria-hidden={version === shown ? undefined : true}
              tabIndex={version === shown ? 0 : -1}
              style={size}
              onLoad={(event) => onReady(event, version)}
            />
          ))
        : null}
    </div>
  );
}

/** A click on a teaser opens the story's own page outside, instead of replacing the preview. */
function keepLinksOutside(frame: HTMLIFrameElement) {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute('href') ?? '';
    if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener');
  });
}
