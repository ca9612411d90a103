export { MallView, type MallViewProps } from './mall-view.tsx'
