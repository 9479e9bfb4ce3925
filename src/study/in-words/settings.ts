import { type OperatorSetting, partOfSetting } from '../protocol/document/settings.ts'
import { durationText, momentText, quantityInWords } from './values.ts'
import { type Telling, titleOf } from './telling.ts'

/** What an operator has set: about which part, what, and by whom. Never the protocol's. */
export interface SettingInWords {
  readonly about: string
  readonly text: string
  readonly owner: string
}

/** A setting in words, with who set it and why. */
export function settingInWords(telling: Telling, setting: OperatorSetting): SettingInWords {
  const { by, on, reason } = setting
  return {
    about: titleOf(telling, partOfSetting(setting)),
    text: textOf(telling, setting),
    owner: telling.words.participant.node.setBy(
      by,
      on === undefined ? '' : momentText(telling, on),
      reason ?? '',
    ),
  }
}

function textOf(telling: Telling, setting: OperatorSetting): string {
  const words = telling.words.rules.settings
  switch (setting.sets) {
    case 'visit window':
      return words['visit window'](
        durationText(telling, setting.window.early),
        durationText(telling, setting.window.late),
      )
    case 'rounding':
      return words.rounding(
        quantityInWords(telling, setting.step),
        telling.words.doses.step.modes[setting.mode],
      )
    case 'cap':
    case 'smallest dose':
      return words[setting.sets](quantityInWords(telling, setting.amount))
    case 'own consent':
      return words['own consent']
    case 'assent age':
      return words['assent age'](setting.years)
    case 'weight':
      return words.weight[setting.use]
  }
}
