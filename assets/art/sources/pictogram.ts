import type { Wing } from '../palette.ts'

/** Pictograms on a grid of 24 with strokes of 2, to be drawn in one colour without filling. */
export const pictograms: Record<Wing | 'info', string> = {
  // A card with a face and two lines.
  kependudukan:
    '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="10.500" r="2"/><path d="M6 16C6.500 13.800 11.500 13.800 12 16M15 10H18M15 14H18"/>',
  // A car from the front, on its papers' line.
  pajak: '<path d="M5 12L6.800 6.500H17.200L19 12M4 12H20V17H4ZM6 17V19.500M18 17V19.500M7.500 14.500H8.500M15.500 14.500H16.500"/>',
  kesehatan: '<path d="M9 4H15V9H20V15H15V20H9V15H4V9H9Z"/>',
  // A shop front with an awning.
  usaha:
    '<path d="M4 9L5.500 4.500H18.500L20 9M4 9C4 12 8 12 8 9C8 12 12 12 12 9C12 12 16 12 16 9C16 12 20 12 20 9M5.500 12.500V19.500H18.500V12.500M10 19.500V15H14V19.500"/>',
  // Two people, a small one at hand.
  sosial:
    '<circle cx="8.500" cy="6.500" r="2.500"/><path d="M4 19.500V15C4 11 13 11 13 15V19.500M16.800 12.500V12.400"/><circle cx="17" cy="11" r="1.800"/><path d="M14.500 19.500V17C14.500 14.800 20 14.800 20 17V19.500"/>',
  // A bank with columns under its roof.
  perbankan: '<path d="M4 9.500L12 4L20 9.500ZM6.500 10V16.500M12 10V16.500M17.500 10V16.500M4 19.500H20"/>',
  info: '<circle cx="12" cy="6" r=".8"/><path d="M9.500 11H12V18M9 18H15"/>',
}
