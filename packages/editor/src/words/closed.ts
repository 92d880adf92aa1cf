/** Why the server ended a connection, in the language of the interface. */

import { closeReasons, type CloseName, type CloseReason } from '@travaux/core'
import { useTranslation } from 'react-i18next'

/** The reasons that leave a person with something to be told; the others mend themselves. */
const told = [
  'signedOut',
  'noRight',
  'readOnly',
  'noRoom',
  'malformed',
  'forged',
  'unfit',
  'tooLarge',
  'restored',
] as const satisfies readonly CloseName[]

/** Says a reason by its code; in the server's own words where there are none here. */
export function useClosed(): (reason: Pick<CloseReason, 'code' | 'says'>) => string {
  const { t } = useTranslation()
  return ({ code, says }) => {
    const name = told.find((name) => closeReasons[name].code === code)
    return name ? t(`closed.${name}`) : says
  }
}
