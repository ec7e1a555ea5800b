"""Layouts compiled to less code: most of what they print is plain text, most calls are of ours.

The code that Jinja writes wraps every text that it prints, for whoever may take it up again, and
asks of every function whether it wants to know where it was called. Pages are only written out, and
none of our functions asks.
"""

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

FORM = 3  # of the code that is written: to be raised with any change of it, since code is kept
FUNCTIONS = ("url", "line", "dress", "when", "ending", "quoted", "json_script")  # of layouts


class PlainCode(CodeGenerator):
    """Jinja's own generator, but for what layouts do most; environments of it have `escaped`."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)

    def visit_Call(  # noqa: N802 - named by Jinja
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> None:
        """Write a call: of ours with its arguments and nothing else."""
        called = node.node
        is_ours = isinstance(called, nodes.Name) and called.name in FUNCTIONS
        if forward_caller or not is_ours or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class OurCode(PlainCode):
    """Code of layouts that ask for nothing but the fields of their views, as ours are tested to."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write a look-up: what is not there is a bug of ours and no slip of an author."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")
