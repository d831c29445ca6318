const SPONSORED =
  /^(?:(?:sponsored|promoted|partner|paid|branded?|commercial)(?: (?:content|post|feature|story|article))?|advertisement(?: feature)?|advert|advertorial)$/i;

/** Whether a category, kind or kicker says that the item was paid for. */
export function namesSponsor(text: string): boolean {
  return SPONSORED.test(text.trim());
}
