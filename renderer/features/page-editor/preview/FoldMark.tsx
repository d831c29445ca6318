import { useEffect, useRef } from 'react';
import styles from './PreviewFrame.module.css';

/**
 * The fold, drawn over the previewed page and not into it: it scrolls with the page, because readers who have
 * scrolled have seen more. It covers no word of the page: what it means stands above, and in the list of teasers.
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
