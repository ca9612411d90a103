import type { Figure } from '../figure.ts'

export const routesWronglyOpen: Figure = {
  key: 'routes_wrongly_open',
  unit: 'answers',
  bar: 0,
  leastSamples: 1000,
  needsPages: true,
  measure: async () => (await import('../../routes/measure-wrongly-open.ts')).measureWronglyOpen(),
  fault: {
    description: "a request about one's own data is shown to every citizen who knows its id",
    edits: [
      {
        file: 'server/http/rights-routes.ts',
        find: "if (row === null || row.owner !== citizen.id) throw apiError('unknown-request')",
        replace: "if (row === null) throw apiError('unknown-request')",
      },
    ],
  },
}
