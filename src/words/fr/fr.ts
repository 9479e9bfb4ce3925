import { about } from './about.ts'
import { admin } from './admin.ts'
import { alerts } from './alerts.ts'
import { categories } from './categories.ts'
import { check } from './check.ts'
import { common } from './common.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { match } from './match.ts'
import { search } from './search.ts'
import { study } from './study.ts'
import type { Words } from '../shape/shape.ts'

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
