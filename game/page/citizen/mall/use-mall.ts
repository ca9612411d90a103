import type { Tier } from '@balai/engine/host/browser'
import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type CounterSpot, mallGestures, type MallSpot } from '../../../mall/index.ts'
import { openStorage, pick, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isCalled } from '../app/ticket-state.ts'
import { attachMall } from './attach-mall.ts'
import { enterMall, type EnteredMall } from './enter-mall.ts'
import { rememberedLook } from './look.ts'
import type { MallViewEvent } from './mall-event.ts'
import { mallFailure } from './mall-failure.ts'
import { createMallSettings, isSystemCalm, type MallSettings } from './mall-settings.ts'
import { type NoticeRank, type Said, type SaidNotices, say, unsay } from './notices.ts'
import { createPace } from './pace.ts'
import type { MallShortcut } from './shortcuts.ts'
import { spotOfTicket } from './spot-of-ticket.ts'
import { showStaff } from './staff.ts'

/** Gestures are for people: no more than one a second. */
const gestureEveryMs = 1000
/** Whoever only looks sees the staff after this time. */
const staffAfterMs = 10_000

export type InMall = {
  /** null until one stands in it. */
  readonly entered: EnteredMall | null
  readonly settings: MallSettings
  /** How well it is drawn now; null before that is known. */
  readonly tier: Tier | null
  /** What is to be said, of which one notice is shown. */
  readonly said: SaidNotices
  readonly hasStepped: boolean
  /** A way is drawn on the floor. */
  readonly isLed: boolean
  /** Answers what one did. */
  say(sentence: string): void
  unsay(said: Said): void
  /** The counter's sheet at once; the avatar follows. */
  direct(spot: CounterSpot): void
  /** The way on the floor. */
  showWay(spot: MallSpot): void
  /** Walks there. */
  walk(spot: MallSpot): void
  /** Makes the gesture of this place in the list, counted from 1; false when the last was too short ago. */
  gesture(number: number): boolean
}

type Options = {
  readonly place: RefObject<HTMLDivElement | null>
  readonly onLeave: (problem?: string) => void
  readonly onArrive: () => void
  readonly onShortcut: (shortcut: MallShortcut) => void
}

/** Enters the mall of the region one is in, and leaves it with the component. */
export function useMall(options: Options): InMall {
  const { app } = useCitizen()
  const { t, language } = useText()
  const settings = useMemo(createMallSettings, [])
  const pace = useMemo(() => createPace(gestureEveryMs), [])
  const [entered, setEntered] = useState<EnteredMall | null>(null)
  const [said, setSaid] = useState<SaidNotices>(() => say({}, 'state', t('enter.opening')))
  const tell = (rank: NoticeRank, words: string) => setSaid((before) => say(before, rank, words))
  const [tier, setTier] = useState<Tier | null>(null)
  const [hasStepped, setStepped] = useState(false)
  // Listeners outlive a drawing of the component.
  const newest = useRef(options)
  newest.current = options

  const nameOf = (spot: MallSpot): string => {
    if (spot.kind === 'counter') return t('counter.name', { label: spot.counter.label })
    return spot.kind === 'room' ? pick(spot.name, language) : t('mall.other')
  }
  const openCounter = (counter: string) => {
    // A talk or a form is never pushed aside by a step, nor is another counter that was asked for; that one, once one is there, goes as one leaves.
    const panel = app.panel.peek()
    const isAsked = panel?.kind === 'counter' && (panel.isNear === true || panel.counter === counter)
    if (panel === null || isAsked) app.open({ kind: 'counter', counter, isNear: true })
  }
  const onThere = (spot: MallSpot) => {
    if (spot.kind === 'counter') openCounter(spot.counter.id)
    else tell('news', t('mall.room', { room: nameOf(spot) }))
  }
  const onEvent = (event: MallViewEvent) => {
    const panel = app.panel.peek()
    if (event.type === 'ready') setSaid((before) => say(unsay(before, 'state'), 'news', t('mall.ready')))
    else if (event.type === 'first-step') {
      setStepped(true)
      // Who walks need not be told how.
      setSaid((before) => (before.news?.words === t('mall.ready') ? unsay(before, 'news') : before))
    } else if (event.type === 'quality') setTier(event.tier)
    else if (event.type === 'turned-back') tell('answer', t('mall.closed-room'))
    else if (event.type === 'reconnecting') tell('state', t('mall.reconnecting'))
    else if (event.type === 'wing-entered') tell('news', t('mall.wing', { wing: t(`wing.${event.wing}`) }))
    else if (event.type === 'room-entered') tell('news', t('mall.room', { room: nameOf(event.room) }))
    else if (event.type === 'failed') tell('state', t('mall.picture-lost'))
    else if (event.type === 'refused') newest.current.onLeave(t('mall.failed.version'))
    else if (event.type === 'counter-near') openCounter(event.counter)
    else if (event.type === 'gate-near') {
      if (panel === null) app.open({ kind: 'mall', tool: 'gate', isNear: true })
    } else if (event.type === 'gate-left') {
      if (panel?.kind === 'mall' && panel.tool === 'gate' && panel.isNear) app.close()
    } else if (panel?.kind === 'counter' && panel.counter === event.counter && panel.isNear) app.close()
  }

  // Their pictures' names are fetched when one walks already.
  useEffect(() => {
    if (!entered) return
    let stop = () => {}
    const timer = setTimeout(
      () => {
        stop = showStaff(app, entered.scene, entered.mall)
      },
      hasStepped ? 0 : staffAfterMs,
    )
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [entered, hasStepped])

  useEffect(() => {
    const element = options.place.current
    const { region } = app
    if (!element || !region) return
    let isGone = false
    let undo = () => {}
    const begin = async () => {
      const mine = await enterMall(element, {
        region,
        catalogue: app.loadCatalogue(),
        look: rememberedLook(openStorage('localStorage')),
        reducedMotion: isSystemCalm() || settings.calm.value === 'yes',
        quality: settings.quality.value,
        language,
        wordsOf: ({ isSaid, slug }) => (isSaid ? t(`mall.say.${slug}`) : null),
        onThere,
        onEvent,
      })
      if (isGone) {
        mine.scene.dispose()
        return
      }
      undo = attachMall(app, mine, element, settings, (shortcut) => newest.current.onShortcut(shortcut))
      setEntered(mine)
      newest.current.onArrive()
      // Keys walk at once; who is already somewhere else is left there.
      if (document.activeElement === document.body) element.focus({ preventScroll: true })
    }
    begin().catch((error: unknown) => {
      if (!isGone) newest.current.onLeave(mallFailure(error, t))
    })
    return () => {
      isGone = true
      undo()
    }
  }, [])

  const goal = entered?.guide.goal.value ?? null
  // The storey under one's feet, said when it changes.
  const storey = useRef<number | null>(null)
  useEffect(() => {
    if (!entered) return
    return effect(() => {
      const now = entered.guide.standpoint.value?.storey ?? null
      const label = entered.mall.storeys.find(({ number }) => number === now)?.label ?? ''
      if (storey.current !== null && now !== storey.current && label !== '') tell('news', t('mall.storey', { label }))
      storey.current = now
    })
  }, [entered])

  const showWay = (spot: MallSpot) => {
    tell('news', t('mall.way-shown', { name: nameOf(spot) }))
    entered?.guide.show(spot)
  }
  // Who is called is shown the way; the number that is no longer called takes it away.
  const called = app.tickets.value.find((ticket) => isCalled(ticket) && ticket.region === app.region?.slug)?.counter?.id ?? null
  useEffect(() => {
    const spot = entered?.mall.spots.find((one) => one.kind === 'counter' && one.counter.id === called)
    if (!entered || !spot) return
    showWay(spot)
    return () => {
      if (entered.guide.goal.peek() === spot) entered.guide.clear()
    }
  }, [called, entered])
  useEffect(() => {
    if (!entered) return
    app.showWay.value = (ticket) => {
      const spot = spotOfTicket(entered.mall, ticket, app.queue.peek()?.counters ?? [], entered.guide.standpoint.peek())
      if (spot) showWay(spot)
    }
    return () => {
      app.showWay.value = null
    }
  }, [entered])

  return {
    entered,
    settings,
    tier,
    said,
    hasStepped,
    isLed: goal !== null,
    say: (sentence) => tell('answer', sentence),
    unsay: (what) => setSaid((before) => unsay(before, what)),
    direct(spot) {
      entered?.guide.bring(spot)
      app.open({ kind: 'counter', counter: spot.counter.id })
    },
    showWay(spot) {
      app.close()
      showWay(spot)
    },
    walk(spot) {
      tell('news', t('mall.walking', { name: nameOf(spot) }))
      entered?.guide.bring(spot)
    },
    gesture(number) {
      const gesture = mallGestures[number - 1]
      if (!entered || !gesture || !pace.take(performance.now())) return false
      entered.scene.gesture(number)
      tell('answer', t('mall.gestured', { words: t(gesture.isSaid ? `mall.say.${gesture.slug}` : `mall.do.${gesture.slug}`) }))
      return true
    },
  }
}
