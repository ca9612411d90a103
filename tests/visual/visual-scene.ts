import type { PlanMark, Tier } from '@balai/engine'

/** A picture that is kept: everything that it is made of, in one small object. */
export type VisualScene = {
  /** What it is to show, in a few words; the PNG has the file's name. */
  readonly shows: string
  /** One of the halls, or a plan of letters as `planMap` takes it. */
  readonly map: 'kukar' | 'plain' | { readonly plan: readonly string[]; readonly marks?: Readonly<Record<string, PlanMark>> }
  /** Where the picture's people are counted from: the middle of the zone of this name, or x and z, metres. */
  readonly place: string | readonly [x: number, z: number]
  /** The sheet's colours; a plan is drawn as plain shapes. */
  readonly theme?: 'kutai' | 'jabar' | 'kendari' | 'plain'
  readonly tier?: Tier
  /** CSS pixels. */
  readonly size: readonly [width: number, height: number]
  readonly zoom?: number
  /** Who is there; the camera follows the first, unless `camera` is `free`. */
  readonly people?: readonly VisualPerson[]
  readonly camera?: 'free'
  /** Where the dots lead: x and z in turn, metres from the place. */
  readonly way?: readonly number[]
  /** Seconds that pass before the picture is taken. */
  readonly seconds?: number
}

export type VisualPerson = {
  /** Metres from the place. */
  readonly at: readonly [x: number, z: number]
  /** 0 to 31; 0 is to the lower right, 8 to the lower left. */
  readonly facing?: number
  /** One of the ready-made looks, or a number. */
  readonly look?: string | number
  readonly name?: string
  readonly walks?: true
  readonly is?: 'called' | 'speaking' | 'officer' | 'crowd'
  /** As the page below counts them. */
  readonly gesture?: 'wave' | 'sit' | 'point' | 'ask' | 'thank'
}
