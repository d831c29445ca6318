import { useEffect, useRef } from 'react';
import styles from './PreviewFrame.module.css';

/**
 * FoldMark draws the fold over the previewed page, not into it. It scrolls with the page, because readers who have
 * scrolled have seen more. Its explanation is above the preview and in the teaser list, so that it covers no words.
 */
export function FoldMark({ page, fold, scale }: { page: Document; fold: number; scale: number }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      const scrolled = page.scrollingElement?.scrollTop ?? 0;
      if (mark.current) mark.current.style.transform = `translateY(${Math.round((fold - scrolled) * scale)}px)`;
    };
    place();
    page.addEventListener('scroll', place, { passive: true });
    return () => page.removeEventListener('scroll', place);
  }, [page, fold, scale]);
  return <div ref={mark} className={styles['fold']} aria-hidden="true" />;
}
