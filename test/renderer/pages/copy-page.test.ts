import { describe, expect, it } from 'vitest';
import { writePage } from '../../../electron/files/writers/index.ts';
import { pastableHtml } from '../../../renderer/features/pages/copy-page.ts';
import { PageView } from '../../../shared/models.ts';

const page = PageView.parse({
  system: { code: 'QJM', slug: 'lincolnshire', shortName: 'Lincolnshire', boardName: 'A board', region: 'Midlands' },
  title: 'Lincolnshire ICS',
  asOf: '2026-11-19',
  active: true,
  waiting: [],
  zones: [
    {
      id: 'stories',
      name: 'Stories',
      limit: 20,
      teasers: [
        {
          articleId: '019a0000-0000-7000-8000-000000000001',
          placed: 'filled',
          why: 'Filled: newest filed here',
          scope: 'system',
          headline: 'Board </main> drops <style> rules',
          standfirst: 'It & others agreed.',
          kicker: null,
          image: null,
          byline: null,
          kind: null,
          url: null,
          publishedAt: null,
          overrides: [],
          dateLine: null,
          placementId: null,
          position: 1,
          pinNumber: null,
          from: null,
          until: null,
          source: { headline: 'Board', standfirst: null, kicker: null, alt: null },
        },
      ],
    },
  ],
});

describe('what a paste brings', () => {
  const html = pastableHtml(writePage(page, 'html').content);

  it('is the content of the page, without its document or style sheet', () => {
    expect(html).toContain('Lincolnshire ICS');
    expect(html).not.toMatch(/<style|<head|<html|<main/);
  });

  it('is whole, whatever a headline says', () => {
    expect(html).toContain('Board &lt;/main&gt; drops &lt;style&gt; rules');
    expect(html).toContain('It &amp; others agreed.');
  });
});
