import type { Page } from '../../shell/page.ts'
import type { ChosenSite } from './site-chosen.ts'

/** Whether a site may not read what somebody writes in the page's language: a French letter to Chicago. */
export function needsEnglish({ language }: Page, { site }: ChosenSite): boolean {
  return language === 'fr' && !readFrench.has(site.location.country ?? '')
}

/** Countries, as the registry names them, in whose hospitals French is read. */
const readFrench: ReadonlySet<string> = new Set([
  'France',
  'Belgium',
  'Switzerland',
  'Luxembourg',
  'Monaco',
  'Canada',
  'Réunion',
  'Guadeloupe',
  'Martinique',
  'French Guiana',
  'Mayotte',
  'New Caledonia',
  'French Polynesia',
  'Algeria',
  'Benin',
  'Burkina Faso',
  'Burundi',
  'Cameroon',
  'Central African Republic',
  'Chad',
  'Comoros',
  'Congo',
  'Democratic Republic of the Congo',
  'Congo, The Democratic Republic of the',
  'Côte D’Ivoire',
  "Côte d'Ivoire",
  "Cote d'Ivoire",
  'Djibouti',
  'Gabon',
  'Guinea',
  'Haiti',
  'Lebanon',
  'Madagascar',
  'Mali',
  'Mauritania',
  'Mauritius',
  'Morocco',
  'Niger',
  'Rwanda',
  'Senegal',
  'Seychelles',
  'Togo',
  'Tunisia',
])
