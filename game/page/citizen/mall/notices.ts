/**
 * What is said over the mall. `state` holds until it is over; `answer` is to what one did just now; `news` can wait until nothing else is shown.
 */
export type NoticeRank = 'state' | 'answer' | 'news'
export type Said = { readonly rank: NoticeRank; readonly words: string }
/** The latest of each rank: what was said before it is no longer true. */
export type SaidNotices = Readonly<Partial<Record<NoticeRank, Said>>>
/** For those who come for the first time: how to walk and search; how to look. */
export type NewcomerCard = 'hint' | 'offer'

export function say(before: SaidNotices, rank: NoticeRank, words: string): SaidNotices {
  return { ...before, [rank]: { rank, words } }
}

/** Without this one, unless something newer took its place; a rank takes whatever has it. */
export function unsay(before: SaidNotices, what: Said | NoticeRank): SaidNotices {
  const rank = typeof what === 'string' ? what : what.rank
  if (typeof what !== 'string' && before[rank] !== what) return before
  const { [rank]: _, ...rest } = before
  return rest
}

/** The one that is shown; null: none. */
export function nextNotice(said: SaidNotices, card: NewcomerCard | null): Said | NewcomerCard | null {
  return said.state ?? said.answer ?? card ?? said.news ?? null
}
