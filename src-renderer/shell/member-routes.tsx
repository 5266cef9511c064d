import type { ReactNode } from 'react';

/** The member's screens, under `/workbooks`. */
export const memberRoutes: ReactNode = null;
