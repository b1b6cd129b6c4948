import { WorkbenchError } from '../../contract/errors'
import type { Handlers } from '../../contract/router'
import { exportReviewFile, mergeReviewFile, saveReviewFile } from './reviewExchange'
import type { ServiceContext } from './session'

type ExchangeHandlers = Pick<Handlers, 'review.exportFile' | 'review.saveFile' | 'review.mergeFile'>

/** Reviews that travel as one file. */
export function exchangeHandlers(context: ServiceContext): ExchangeHandlers {
  return {
    'review.exportFile': () => exportReviewFile(context),
    'review.saveFile': () => {
      const { dialogs } = context.host
      if (dialogs !== null) return saveReviewFile(context, dialogs)
      throw new WorkbenchError({
        code: 'NOT_AVAILABLE_HERE',
        message: 'This window runs in a browser, which has no dialog for saving for Crossread.',
      })
    },
    'review.mergeFile': (file) => mergeReviewFile(context, file),
  }
}
