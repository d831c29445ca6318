import { cleanLineOrNull } from '../../../../shared/words/plain-text.ts';
import type { Addresses } from './addresses.ts';
import { attribute, descendants, type HtmlElement } from './html-tree.ts';
import { hasClassWord, isHidden } from './visible-text.ts';

export interface PageImage {
  label: string | null;
  address: string | null;
}

const SMALLEST_PX = 33;
const SITE_IMAGE = /^(?:icon|icons|avatar|logo|emoji|pixel|tracking|spinner|spacer)$/;
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-image', 'data-url'];
const SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];

/** The first image of these elements that belongs to the story: no icon, no portrait, no counting pixel. */
export function findImage(elements: readonly HtmlElement[], addresses: Addresses): PageImage | null {
  for (const element of elements) {
    for (const each of [element, ...descendants(element, (inner) => !isHidden(inner))]) {
      const isImage = each.tagName === 'img' || each.tagName === 'image' || each.tagName === 'amp-img';
      if (isImage && isStoryImage(each)) {
        return { label: labelOf(each), address: addressOf(each, addresses) };
      }
      if (attribute(each, 'role') === 'img' && !/^(?:svg|i|span)$/.test(each.tagName)) {
        return { label: cleanLineOrNull(attribute(each, 'aria-label')), address: backgroundOf(each, addresses) };
      }
    }
  }
  return null;
}

function labelOf(image: HtmlElement): string | null {
  return cleanLineOrNull(attribute(image, 'alt'));
}

function isStoryImage(image: HtmlElement): boolean {
  if (isHidden(image) || hasClassWord(image, SITE_IMAGE)) return false;
  return ['width', 'height'].every((side) => {
    const px = Number.parseInt(attribute(image, side) ?? '', 10);
    return Number.isNaN(px) || px === 0 || px >= SMALLEST_PX;
  });
}

function addressOf(image: HtmlElement, addresses: Addresses): string | null {
  const parent = image.parentNode;
  const sources =
    parent !== null && 'tagName' in parent && parent.tagName === 'picture'
      ? [...descendants(parent)].filter(({ tagName }) => tagName === 'source')
      : [];
  const written = [
    // A lazy image's real address takes precedence over the blank picture that holds its place.
    ...LAZY.map((name) => attribute(image, name)),
    attribute(image, 'src'),
    ...[image, ...sources].flatMap((each) => SETS.map((name) => largestOf(attribute(each, name)))),
  ];
  const address = written.find((each) => each !== null && each.trim() !== '' && !/^(?:data|about|blob):/i.test(each));
  return addresses.complete(address ?? null);
}

/** The last and usually largest of the candidates in a srcset. */
function largestOf(set: string | null): string | null {
  if (set === null || set.length > 8000) return null;
  const candidates = set.split(/,\s+/).map((each) => {
    const [address = '', size = '1x'] = each.trim().split(/\s+/);
    return { address, size: Number.parseFloat(size) || 1 };
  });
  return candidates.sort((a, b) => b.size - a.size)[0]?.address ?? null;
}

function backgroundOf(element: HtmlElement, addresses: Addresses): string | null {
  const style = attribute(element, 'style');
  if (style === null || style.length > 8000) return null;
  return addresses.complete(/url\(\s*["']?([^"')]+)/i.exec(style)?.[1] ?? null);
}
