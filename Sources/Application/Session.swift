internal import Runtime
