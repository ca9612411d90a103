import type { Agency } from '../../../api/index.ts'
import { pick, useText } from '../../shared/index.ts'
import { ServiceDetails } from './service-details.tsx'

type Props = { readonly region: string; readonly agencies: readonly Agency[]; readonly slug: string }

/** `?layanan=`: the service that was asked for by its address, to be read without a script. With the script its sheet takes the place. */
export function AskedService({ region, agencies, slug }: Props) {
  const { language } = useText()
  for (const agency of agencies) {
    for (const group of agency.groups) {
      const service = group.services.find((row) => row.slug === slug)
      if (service === undefined) continue
      return (
        <section id="layanan" class={`result card wing-${agency.wing}`}>
          <p class="result-agency small">
            <span class="letter small-letter" aria-hidden="true">
              {group.prefix}
            </span>
            {agency.shortName} · {pick(group.name, language)}
          </p>
          <ServiceDetails service={service} id={`layanan-${slug}`} isOpen take={{ region, group: group.slug }} />
        </section>
      )
    }
  }
  return null
}
