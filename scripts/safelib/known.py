# SPDX-License-Identifier: GPL-2.0
"""What the proof takes for granted of the kernel's own functions.

docs/proof.md gives the reason for each table.  Names are those that are called
when the macros are expanded; _noprof is left off.
"""
import re

# Frees memory and does nothing else: the order of two such calls cannot be seen.
FREES = frozenset("""
    kfree kfree_const kfree_sensitive kvfree kvfree_sensitive vfree bitmap_free
""".split())

# Does nothing when its first argument is NULL, and returns nothing.
NOTHING_FOR_NULL = frozenset("""
    kfree kfree_const kfree_sensitive kvfree kvfree_sensitive bitmap_free
    of_node_put put_device fwnode_handle_put kobject_put pci_dev_put module_put
    kmem_cache_destroy mempool_destroy release_firmware i2c_put_adapter gpiod_put
""".split())

# Returns an object or NULL, never an error pointer.
NULL_OR_OBJECT = frozenset("""
    kmalloc kmalloc_array kmalloc_node kmalloc_array_node kmalloc_large kmalloc_trace
    kzalloc kzalloc_node kcalloc kcalloc_node krealloc krealloc_array __kmalloc
    __kmalloc_node kmalloc_node_track_caller __kmalloc_node_track_caller
    __kmalloc_cache __kmalloc_large kmalloc_slab
    kmem_cache_alloc kmem_cache_alloc_node kmem_cache_zalloc
    kvmalloc kvmalloc_array kvmalloc_node kvzalloc kvzalloc_node kvcalloc
    vmalloc vzalloc vmalloc_user vmalloc_node vzalloc_node
    kmemdup kmemdup_nul kstrdup kstrdup_const kstrndup kasprintf kvasprintf
    kvasprintf_const bitmap_alloc bitmap_zalloc
    devm_kmalloc devm_kzalloc devm_kcalloc devm_kmalloc_array devm_kmemdup
    devm_kstrdup devm_kasprintf
""".split())

# Takes the lock that is its first argument, and has it when it returns.
TAKES_LOCK = frozenset("""
    mutex_lock mutex_lock_nested mutex_lock_io mutex_lock_io_nested _mutex_lock_nest_lock
    spin_lock spin_lock_bh spin_lock_irq _raw_spin_lock _raw_spin_lock_bh
    _raw_spin_lock_irq _raw_spin_lock_irqsave _raw_spin_lock_nested
    _raw_spin_lock_irqsave_nested
    _raw_read_lock _raw_read_lock_bh _raw_read_lock_irq _raw_read_lock_irqsave
    _raw_write_lock _raw_write_lock_bh _raw_write_lock_irq _raw_write_lock_irqsave
    down_read down_write down_read_nested down_write_nested
    rt_mutex_lock rt_mutex_lock_nested srcu_read_lock device_lock
""".split())

# Releases the lock that is its first argument.
DROPS_LOCK = frozenset("""
    mutex_unlock
    spin_unlock spin_unlock_bh spin_unlock_irq spin_unlock_irqrestore
    _raw_spin_unlock _raw_spin_unlock_bh _raw_spin_unlock_irq _raw_spin_unlock_irqrestore
    _raw_read_unlock _raw_read_unlock_bh _raw_read_unlock_irq _raw_read_unlock_irqrestore
    _raw_write_unlock _raw_write_unlock_bh _raw_write_unlock_irq
    _raw_write_unlock_irqrestore
    up_read up_write rt_mutex_unlock srcu_read_unlock device_unlock
""".split())

# Uses the object behind its first argument: that is no NULL and no error pointer.
USES_FIRST = TAKES_LOCK | DROPS_LOCK


_PRINTS = re.compile(r"_printk|_dev_\w+|dev_err_probe|__dynamic_\w+|__warn_printk|printk")


def prints(name):
    """Whether a function does nothing but print."""
    return _PRINTS.fullmatch(name) is not None


def plain(name):
    """A function's name as the tables have it."""
    return name[:-7] if name.endswith("_noprof") else name
