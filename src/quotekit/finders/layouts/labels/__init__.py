"""Labels before what somebody says, and the lines that they open."""
