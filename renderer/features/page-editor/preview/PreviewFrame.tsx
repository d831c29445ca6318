import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useSize } from '../../../ui/use-size.ts';
import { FoldMark } from './FoldMark.tsx';
import { countSeen, headlineEnds, type PreviewWidth, SCREENS } from './fold.ts';
import styles from './PreviewFrame.module.css';

/**
 * PreviewFrame shows the exported page in a frame, laid out at the reader's screen width and scaled down to fit the
 * pane. A new version loads hidden behind the old one and replaces it once it is loaded and scrolled to the same
 * line, so that an edit never flashes.
 */
export function PreviewFrame({
  src,
  title,
  width,
  onSeen,
}: {
  src: string;
  title: string;
  width: PreviewWidth;
  /** Reports how many of the teasers are seen without scrolling, whenever that may have changed. */
  onSeen: (seen: number, of: number) => void;
}) {
  const [shown, setShown] = useState(src);
  /**
   * The version being loaded. It is always allowed to finish: otherwise fast edits would freeze the preview until
   * they stop.
   */
  const [next, setNext] = useState<string | null>(null);
  const [page, setPage] = useState<Document | null>(null);
  const [pane, paneSize] = useSize<HTMLDivElement>();
  const shownFrame = useRef<HTMLIFrameElement>(null);
  const screen = SCREENS[width];

  useEffect(() => {
    if (next === null && src !== shown) setNext(src);
  }, [src, shown, next]);

  useEffect(() => {
    if (!page?.body) return;
    const measure = () => {
      const ends = headlineEnds(page);
      onSeen(countSeen(ends, screen.fold), ends.length);
    };
    // The page's size changes with its layout width, and with pictures that load late.
    const observer = new ResizeObserver(measure);
    observer.observe(page.body);
    return () => observer.disconnect();
  }, [page, screen, onSeen]);

  function onReady(event: SyntheticEvent<HTMLIFrameElement>, version: string) {
    const ready = event.currentTarget;
    keepLinksOutside(ready);
    // Null when the frame's document is not accessible; then there is no scroll position to keep.
    const from = shownFrame.current?.contentDocument?.scrollingElement;
    const to = ready.contentDocument?.scrollingElement;
    if (version !== shown && from && to) to.scrollTop = from.scrollTop;
    setShown(version);
    setPage(ready.contentDocument);
    if (version === next) setNext(null);
  }

  const scale = paneSize ? Math.min(1, paneSize.width / screen.width) : 1;
  const left = paneSize ? Math.max(0, Math.round((paneSize.width - screen.width * scale) / 2)) : 0;
  const size = {
    width: `${screen.width}px`,
    height: `${Math.round((paneSize?.height ?? 0) / scale)}px`,
    // Centre a page that is narrower than the pane.
    left: `${left}px`,
    transform: `scale(${scale})`,
  };
  const versions = next === null || next === shown ? [shown] : [shown, next];

  return (
    <div ref={pane} className={styles['pane']}>
      {paneSize
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
      {page && paneSize ? <FoldMark page={page} fold={screen.fold} scale={scale} /> : null}
    </div>
  );
}

/** Opens a clicked teaser's story outside the window instead of replacing the preview. */
function keepLinksOutside(frame: HTMLIFrameElement) {
  frame.contentDocument?.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!link) return;
    event.preventDefault();
    const address = link.getAttribute('href') ?? '';
    if (/^https?:/.test(address)) window.open(address, '_blank', 'noopener');
  });
}
