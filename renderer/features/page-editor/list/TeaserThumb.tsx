import { memo } from 'react';
import type { TeaserImage } from '../../../../shared/models.ts';
import { useImageAddress } from '../../../state/images.ts';
import { Thumbnail } from '../../../ui/forms/ImageField.tsx';

/**
 * TeaserThumb shows a teaser's picture; nothing where readers see none. Its alt text is empty because the card
 * already names it.
 */
export const TeaserThumb = memo(function TeaserThumb({ image }: { image: TeaserImage | null }) {
  const address = useImageAddress(image?.src);
  return address === null ? null : <Thumbnail address={address} alt="" size="small" />;
});
