import { memo } from 'react';
import type { TeaserImage } from '../../../../shared/models.ts';
import { useImageAddress } from '../../../state/images.ts';
import { Thumbnail } from '../../../ui/forms/ImageField.tsx';

/** A teaser's picture on its card; nothing where readers see none. The card's own words name it, so it is silent. */
export const TeaserThumb = memo(function TeaserThumb({ image }: { image: TeaserImage | null }) {
  const address = useImageAddress(image?.src);
  return address === null ? null : <Thumbnail address={address} alt="" size="small" />;
});
