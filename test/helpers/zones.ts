import { DEFAULT_RULE, type ZoneSpec } from '../../shared/pages/fill-rules.ts';

/** The one zone that a new page has. */
export const DEFAULT_ZONE: ZoneSpec = { name: 'Stories', limit: 20, prominence: 'standard', rule: DEFAULT_RULE };
