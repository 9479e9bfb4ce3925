import { about } from './en/about.ts'
import { admin } from './en/admin.ts'
import { alerts } from './en/alerts.ts'
import { categories } from './en/categories.ts'
import { check } from './en/check.ts'
import { common } from './en/common.ts'
import { help } from './en/help.ts'
import { home } from './en/home.ts'
import { match } from './en/match.ts'
import { search } from './en/search.ts'
import { study } from './en/study.ts'

/** The product in English. */
export const en = {
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
