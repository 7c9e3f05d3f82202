export { DataTable as Table, type Column } from './data-table.tsx';
