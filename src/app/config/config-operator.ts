import { z } from 'zod'
import { missingOfOperator, type SiteOperator } from '../../web/shell/site-operator.ts'
import { lineOfText } from './setting-kinds.ts'

const mail = () =>
  z
    .string()
    .regex(/^[^\s<>@"\p{Cc}]{1,64}@[^\s<>@"\p{Cc}]{1,253}$/u, {
      error: 'must be a mail address, such as contact@example.org',
    })
    .optional()

/** What may be set about who runs the site. */
export const operatorSettings = {
  OPERATOR_NAME: lineOfText(200).describe(
    'Who runs this site: the name of the person or organisation, shown on every page.',
  ),
  OPERATOR_ADDRESS: lineOfText(300).describe('Their address for letters, on one line.'),
  OPERATOR_MAIL: mail().describe('Their mail address, which readers write to.'),
  OPERATOR_PHONE: lineOfText(50).describe('Their telephone number.'),
  OPERATOR_REGISTRATION: lineOfText(200).describe(
    'The number under which the organisation is registered, with the register, such as RCS Paris 123 456 789.',
  ),
  PUBLICATION_DIRECTOR: lineOfText(200).describe(
    'Who answers for what is published (in France the law asks for a name).',
  ),
  HOSTED_BY: lineOfText(300).describe(
    'Who hosts the site: name, address and telephone, on one line.',
  ),
  DATA_PROTECTION_MAIL: mail().describe(
    'Where to write about one’s own data. Without it, to OPERATOR_MAIL.',
  ),
} as const

/** The settings about the operator as they are read, before they are put in shape. */
type OperatorRead = z.infer<z.ZodObject<typeof operatorSettings>>

/** Who runs the site, as far as the settings say it. */
export function operatorOf(read: OperatorRead): SiteOperator {
  return {
    ...(read.OPERATOR_NAME && { name: read.OPERATOR_NAME }),
    ...(read.OPERATOR_ADDRESS && { address: read.OPERATOR_ADDRESS }),
    ...(read.OPERATOR_MAIL && { mail: read.OPERATOR_MAIL }),
    ...(read.OPERATOR_PHONE && { phone: read.OPERATOR_PHONE }),
    ...(read.OPERATOR_REGISTRATION && { registration: read.OPERATOR_REGISTRATION }),
    ...(read.PUBLICATION_DIRECTOR && { director: read.PUBLICATION_DIRECTOR }),
    ...(read.HOSTED_BY && { host: read.HOSTED_BY }),
    ...(read.DATA_PROTECTION_MAIL && { dataMail: read.DATA_PROTECTION_MAIL }),
  }
}

/** The settings without which readers are not told all that a public site must say of who runs it. */
export function operatorSettingsMissing(operator: SiteOperator): readonly string[] {
  return missingOfOperator(operator).map((part) => settingOf[part])
}

const settingOf = {
  name: 'OPERATOR_NAME',
  address: 'OPERATOR_ADDRESS',
  mail: 'OPERATOR_MAIL',
  phone: 'OPERATOR_PHONE',
  director: 'PUBLICATION_DIRECTOR',
  host: 'HOSTED_BY',
} as const
