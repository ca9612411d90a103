import { useText } from '../../../shared/index.ts'
import { serviceName } from '../state/case-words.ts'
import { useCases } from './case-context.ts'

/** A service's name from the region's catalogue. */
export function ServiceName(props: { service: string }) {
  const { catalogue } = useCases()
  const { language } = useText()
  return <>{serviceName(catalogue.value, props.service, language)}</>
}
