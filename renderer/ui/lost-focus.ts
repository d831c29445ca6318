/** Where the keys go when what they were on has gone: the place with the work. */
export const WORK_ID = 'work';

/** The keys are on nothing in particular, so that whoever has something better may take them. */
export function isFocusLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.id === WORK_ID;
}

/** A closing dialog or menu hands its focus back a frame later; only what is lost after that is lost. */
const SETTLE_MS = 60;

/** Keeps the keys in the window's work when their element goes away; returns the function that ends it. */
export function keepFocus(root: Document): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function onFocusOut(event: FocusEvent): void {
    clearTimeout(timer);
    if (event.relatedTarget !== null) return;
    timer = setTimeout(() => {
      const isOverlayOpen = root.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null;
      if (root.activeElement === root.body && !isOverlayOpen) root.getElementById(WORK_ID)?.focus();
    }, SETTLE_MS);
  }
  root.addEventListener('focusout', onFocusOut);
  return () => {
    clearTimeout(timer);
    root.removeEventListener('focusout', onFocusOut);
  };
}
