/** What the load is to do: so many pairs a second, one counter for each officer. */
export type PairLoadTask = {
  readonly port: number
  readonly region: string
  readonly officers: readonly { readonly username: string; readonly password: string }[]
  readonly pairsPerS: number
  readonly seconds: number
}
export type PairLoadAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly pairs: number }
  | { readonly type: 'failed'; readonly why: string }
