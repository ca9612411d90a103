import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalogue, CatalogueResponse } from '../../../../game/api/index.ts'
import { findChoices, transferChoices } from '../../../../game/page/officer/app/transfer-choices.ts'
import { sampleCounter, sampleTicket } from './sample-counter.ts'

const { agencies } = JSON.parse(readFileSync(new URL('../../../../assets/catalogue/kukar.json', import.meta.url), 'utf8')) as Catalogue
const catalogue = { agencies, counters: [] } as unknown as CatalogueResponse
const [line] = agencies[0].groups
const ticket = sampleTicket({ group: line.slug, service: line.services[0].slug })
const counter = sampleCounter(ticket, { colleagues: [{ counter: 'kukar.loket-02', label: '2', officer: 'o2', name: 'Budi' }] })
const choices = transferChoices(counter, ticket, catalogue)
const of = (kind: string) => choices.filter((one) => one.kind === kind)

describe('where a ticket can be sent', () => {
  it('is every other service of its line, every colleague in two ways, and every other line of the region', () => {
    expect(of('service').map(({ to }) => to)).toEqual(line.services.slice(1).map(({ slug }) => ({ type: 'service', service: slug })))
    expect(of('colleague').map(({ to }) => to)).toEqual([
      { type: 'counter', counter: 'kukar.loket-02' },
      { type: 'officer', officer: 'o2' },
    ])
    expect(of('line').map(({ to }) => to)).toEqual(
      agencies[0].groups.slice(1).map(({ slug }) => ({ type: 'group', group: slug, service: null })),
    )
    expect(of('agency')).toHaveLength(agencies.slice(1).flatMap(({ groups }) => groups).length)
  })

  it('never is the line it is in, which the server would refuse', () => {
    expect(choices.filter(({ to }) => to.type === 'group' && to.group === line.slug)).toEqual([])
  })

  it('is found by words of its name, in either language, or of its agency', () => {
    expect(findChoices(choices, 'BUDI').map(({ kind }) => kind)).toEqual(['colleague', 'colleague'])
    expect(findChoices(choices, 'samsat').map(({ agency }) => agency)).toContain('Samsat')
    expect(findChoices(choices, '')).toHaveLength(choices.length)
    expect(findChoices(choices, 'zzz')).toEqual([])
  })

  it('is the colleagues alone while the catalogue is not there', () => {
    expect(transferChoices(counter, ticket, null).map(({ kind }) => kind)).toEqual(['colleague', 'colleague'])
  })
})
