import react from '@vitejs/plugin-react';
export default { root: '/work/main/.scratch-strip', cacheDir: '/tmp/vite-scratch-strip', plugins: [react()], server: { port: 5391, host: '127.0.0.1', fs: { allow: ['/work/main'] } } };
