/** Where the libraries lie; the build puts their versions in. */
export const ECHARTS = '/lib/echarts/${echarts.version}/echarts.min.js';
export const CODEMIRROR = '/lib/codemirror/${codemirror.version}/';
