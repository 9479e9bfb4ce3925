import { about } from './fr/about.ts'
import { admin } from './fr/admin.ts'
import { alerts } from './fr/alerts.ts'
import { categories } from './fr/categories.ts'
import { check } from './fr/check.ts'
import { common } from './fr/common.ts'
import { help } from './fr/help.ts'
import { home } from './fr/home.ts'
import { match } from './fr/match.ts'
import { search } from './fr/search.ts'
import { study } from './fr/study.ts'
import type { Words } from './words.ts'

/** The product in French. */
export const fr: Words = {
  common,
  home,
  search,
  categories,
  help,
  about,
  study,
  check,
  match,
  alerts,
  admin,
}
