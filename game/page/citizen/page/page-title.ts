import type { Translate } from '../../shared/index.ts'
import type { CitizenPageData } from '../page-data.ts'

/** What stands on the browser's tab. */
export function pageTitle(data: CitizenPageData, t: Translate): string {
  return data.region ? t('page.title.region', { region: data.region.name }) : t('page.title')
}
